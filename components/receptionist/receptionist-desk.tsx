"use client";
import { useState } from "react";
import type { Choice } from "@/components/account/countries";
import { PageHead } from "@/components/ui/page/page-head";
import { SectionColumn } from "@/components/ui/page/section";
import type { ReceptionistDesk as Desk } from "@/lib/receptionist/schema";
import { DeskProvider } from "./desk/desk-context";
import { createDeskStore } from "./desk/desk-store";
import { SaveBar } from "./desk/save-bar";
import { UnsavedGuard } from "./desk/unsaved-guard";
import { NumberScope } from "./form/number-scope";
import { ShapeForm } from "./form/shape-form";
import { AnswersForm } from "./lists/answers-form";
import { OffersForm } from "./lists/offers-form";
import { OpeningForm } from "./lists/opening-form";
import { TargetsForm } from "./lists/targets-form";
import { TryPanel } from "./try/try-panel";
import { TryProvider } from "./try/try-provider";
import { TrySheet } from "./try/try-sheet";

type ReceptionistDeskProps = {
  desk: Desk;
  numberId: string | null;
  languageChoices: Choice[];
  handsetUrl: string | null;
};

/** The receptionist's settings, with the rehearsal right beside them; below the fold width it waits behind a button. */
export function ReceptionistDesk({ desk, numberId, languageChoices, handsetUrl }: ReceptionistDeskProps) {
  const [store] = useState(() => createDeskStore(desk));
  return (
    <DeskProvider value={{ ...desk, numberId, languageChoices, handsetUrl, store }}>
      <TryProvider key={numberId ?? "all"}>
        <PageHead title="Receptionist" actions={<TrySheet />} />
        <div className="mx-auto flex w-full max-w-page items-start xl:gap-4">
          <div className="min-w-0 flex-1">
            <SectionColumn>
              <NumberScope />
              <ShapeForm key={numberId ?? "all"} />
              <AnswersForm />
              <OffersForm />
              <OpeningForm />
              <TargetsForm />
              <SaveBar />
            </SectionColumn>
          </div>
          <aside
            aria-label="Try it"
            className="sticky top-[calc(64px+24px)] mt-8 mr-6 hidden h-[min(720px,calc(100dvh-64px-96px))] w-[372px] shrink-0 lg:block"
          >
            <TryPanel />
          </aside>
        </div>
        <UnsavedGuard />
      </TryProvider>
    </DeskProvider>
  );
}
