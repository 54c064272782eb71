export {
  type FetchAnswer,
  type FetchFunction,
  type FetchProblem,
  type FetchRequest,
  fetchGuarded,
} from "./fetch-guarded";
