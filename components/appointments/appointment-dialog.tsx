"use client";
import { useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { appointmentsKey, type SlotView } from "@/components/appointments/queries";
import { SlotPicker } from "@/components/appointments/slot-picker";
import { Refused, request } from "@/components/query/request";
import { Button } from "@/components/ui/action/button";
import { fullWords } from "@/components/ui/display/time-words";
import { Dialog } from "@/components/ui/overlay/dialog";
import { toast } from "@/components/ui/overlay/toast";
import { Banner } from "@/components/ui/page/banner";
import type { AppointmentView } from "@/lib/appointments/schema";
import { localDay } from "@/lib/kernel/time";

type AppointmentDialogProps = { appointment: AppointmentView; timezone: string; onClose: () => void };

/** One appointment: who and when, with moving it, cancelling it, and saying how it ended. */
export function AppointmentDialog({ appointment, timezone, onClose }: AppointmentDialogProps) {
  const queries = useQueryClient();
  const { id, startsAt, status } = appointment;
  const [isMoving, setIsMoving] = useState(false);
  const [day, setDay] = useState(localDay(new Date(startsAt), timezone));
  const [slot, setSlot] = useState<SlotView>();
  const [problem, setProblem] = useState<string>();
  const [isWorking, setIsWorking] = useState(false);
  const isOver = new Date(startsAt) <= new Date();

  async function change(method: "PATCH" | "DELETE" | "PUT", path: string, done: string, body?: object) {
    setIsWorking(true);
    setProblem(undefined);
    try {
      await request(method, `/api/v1/appointments/${id}${path}`, body ? { body } : {});
      toast.success(done);
      onClose();
    } catch (error) {
      setProblem(error instanceof Refused ? error.message : "Something went wrong. Try again.");
      setIsWorking(false);
    }
    await queries.invalidateQueries({ queryKey: appointmentsKey });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${appointment.serviceName} with ${appointment.staffName}`}
      description={fullWords(new Date(startsAt), timezone)}
      footer={
        isMoving ? (
          <>
            <Button onClick={() => setIsMoving(false)}>Back</Button>
            <Button
              variant="primary"
              disabled={!slot}
              isLoading={isWorking}
              onClick={() =>
                void change("PATCH", "", "Moved", { startsAt: slot?.startsAt, staffId: slot?.staffId })
              }
            >
              Move here
            </Button>
          </>
        ) : (
          <Actions
            status={status}
            isOver={isOver}
            isWorking={isWorking}
            onMove={() => setIsMoving(true)}
            onCancel={() => void change("DELETE", "", "Cancelled; the time is free again")}
            onOutcome={(outcome) => void change("PUT", "/outcome", "Written down", { outcome })}
          />
        )
      }
    >
      <div className="space-y-4">
        {problem && <Banner tone="bad" title={problem} />}
        <p>
          <Link
            href={`/customers/${appointment.customerId}`}
            className="font-semibold text-accent underline-offset-2 hover:underline"
          >
            {appointment.customerName}
          </Link>
          {appointment.notes && <span className="mt-1 block text-muted">{appointment.notes}</span>}
        </p>
        {isMoving && (
          <SlotPicker
            serviceId={appointment.serviceId}
            day={day}
            onDay={setDay}
            chosen={slot}
            onChoose={setSlot}
            timezone={timezone}
          />
        )}
      </div>
    </Dialog>
  );
}

type ActionsProps = {
  status: AppointmentView["status"];
  isOver: boolean;
  isWorking: boolean;
  onMove: () => void;
  onCancel: () => void;
  onOutcome: (outcome: "completed" | "no_show") => void;
};

function Actions({ status, isOver, isWorking, onMove, onCancel, onOutcome }: ActionsProps) {
  if (isOver)
    return (
      <>
        <Button disabled={status === "no_show"} isLoading={isWorking} onClick={() => onOutcome("no_show")}>
          Nobody came
        </Button>
        <Button
          variant="primary"
          disabled={status === "completed"}
          isLoading={isWorking}
          onClick={() => onOutcome("completed")}
        >
          Done
        </Button>
      </>
    );
  return (
    <>
      <Button variant="danger" isLoading={isWorking} onClick={onCancel}>
        Cancel appointment
      </Button>
      <Button variant="primary" onClick={onMove}>
        Move…
      </Button>
    </>
  );
}
