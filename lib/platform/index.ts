export { changeLimits } from "./change-limits";
export { createBusiness } from "./create-business";
export { listBusinesses } from "./list-businesses";
export { type BusinessView, readBusiness } from "./read-business";
export { resumeBusiness, suspendBusiness } from "./suspend-business";
