export { ringPatience } from "./pass-over";
