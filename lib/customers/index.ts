export { changeCustomer } from "./change-customer";
export {
  findByAddress,
  type RecognisedCustomer,
  recogniseCustomer,
  type Sighting,
} from "./recognise-customer";
export { findCustomers, getCustomer, readCustomer } from "./view-customers";
