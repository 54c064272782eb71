export { type Booking, bookAppointment } from "./book-appointment";
export { bookPublicly } from "./book-publicly";
export { cancelAppointment, closeAppointment, moveAppointment } from "./change-appointment";
export { findSlots } from "./find-slots";
export { listSlots, readOffers } from "./list-calendar";
export { requireBooked } from "./require-booked";
export type { AppointmentView, BookingProblem, Slot } from "./schema";
export { getAppointment, listAppointments, listAppointmentsOf } from "./view-appointments";
