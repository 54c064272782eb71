export { ensureDemoWorld, unsafeHasDemoWorld, unsafeRemoveDemoWorld } from "./ensure-demo-world";
export { removeDemoWorld } from "./remove-demo-world";
