export { changeCustomer } from "./change-customer";
export {
  findByAddress,
  type RecognisedCustomer,
  recogniseCustomer,
  type Sighting,
} from "./recognise-customer";
export { findCustomersByAddress, getCustomer, listCustomers, readCustomer } from "./view-customers";
