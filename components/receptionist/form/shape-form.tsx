"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { FormProvider, useForm } from "react-hook-form";
import { ReceptionistSettings } from "@/lib/receptionist/schema";
import { useDesk } from "../desk/desk-context";
import { DeskForm } from "../desk/desk-form";
import { useDeskPart } from "../desk/use-desk-part";
import { HowItTalks } from "./how-it-talks";
import { WhatItKnows } from "./what-it-knows";
import { WhatItMay } from "./what-it-may";
import { WhoAnswers } from "./who-answers";

/** Who answers, how it talks, what it knows and may do: one form, because one conversation hangs on all of it. */
export function ShapeForm() {
  const { settings, numberId } = useDesk();
  const form = useForm({ resolver: zodResolver(ReceptionistSettings), values: settings });
  const { failure } = useDeskPart("settings", form, {
    ...{ schema: ReceptionistSettings, path: "/api/v1/receptionist", more: { numberId } },
    fields: ["name", "greeting", "persona", "facts", "address", "voice"],
  });
  return (
    <FormProvider {...form}>
      <DeskForm label="The receptionist" failure={failure}>
        <WhoAnswers />
        <HowItTalks />
        <WhatItKnows />
        <WhatItMay />
      </DeskForm>
    </FormProvider>
  );
}
