export { type Booking, bookAppointment } from "./book-appointment";
export { cancelAppointment, moveAppointment } from "./change-appointment";
export { findSlots } from "./find-slots";
export type { AppointmentView, BookingProblem, Slot } from "./schema";
export { listAppointmentsOf } from "./view-appointments";
