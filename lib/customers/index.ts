export { changeCustomer } from "./change-customer";
export {
  type RecognisedCustomer,
  recogniseCustomer,
  type Sighting,
} from "./recognise-customer";
export { findCustomers, getCustomer } from "./view-customers";
