/** A free time of one person for one service. */
export type Slot = { staffId: string; staffName: string; startsAt: Date; endsAt: Date };

/** An appointment as screens, API and receptionist see it. */
export type AppointmentView = {
  id: string;
  customerId: string;
  customerName: string;
  serviceId: string;
  serviceName: string;
  staffId: string;
  staffName: string;
  startsAt: string;
  endsAt: string;
  status: "booked" | "cancelled" | "completed" | "no_show";
  source: string;
  notes: string;
};

/** Why a time cannot be had. */
export type BookingProblem = "taken" | "closed" | "past" | "unknown_service";
