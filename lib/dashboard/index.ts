export { listNeeds } from "./list-needs";
export { readHistory } from "./read-history";
export { readToday } from "./read-today";
