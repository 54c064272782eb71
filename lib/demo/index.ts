export { ensureDemoWorld, unsafeHasDemoWorld, unsafeRemoveDemoWorld } from "./ensure-demo-world";
