export { addAddress, removeAddress } from "./change-addresses";
export { changeCustomer } from "./change-customer";
export { createCustomer } from "./create-customer";
export { createField, listFields, readFields, removeField, renameField } from "./customer-fields";
export { listNotes, removeNote, writeNote } from "./customer-notes";
export { findCustomers } from "./find-customers";
export { readFacets } from "./read-facets";
export {
  type RecognisedCustomer,
  recogniseCustomer,
  type Sighting,
} from "./recognise-customer";
export { tagCustomerIn } from "./tag-customer";
export { getCustomer } from "./view-customers";
