"use client";
import { BellRing, CalendarCheck, Moon, PhoneMissed, Sparkles, Star } from "lucide-react";
import type { ReactNode } from "react";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { ButtonLink } from "@/components/ui/action/button-link";
import type { Preset } from "@/lib/automations/rules";

const icons: Record<string, ReactNode> = {
  missed_call_text_back: <PhoneMissed aria-hidden />,
  booking_confirmation: <CalendarCheck aria-hidden />,
  day_before_reminder: <BellRing aria-hidden />,
  review_request: <Star aria-hidden />,
  after_hours_reply: <Moon aria-hidden />,
};

/** Rules that are ready to be switched on as they are, or after a look. */
export function PresetGallery({ presets }: { presets: readonly Preset[] }) {
  return (
    <section aria-labelledby="ready-made">
      <h2 id="ready-made" className="text-title">
        Ready-made rules
      </h2>
      <p className="mt-0.5 mb-4 text-muted">Turn one on as it is, or put it into your own words first.</p>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {presets.map((preset) => (
          <PresetCard key={preset.key} preset={preset} />
        ))}
      </ul>
    </section>
  );
}

function PresetCard({ preset: { key, name, purpose, rule } }: { preset: Preset }) {
  const { save, isSaving } = useSave();
  const turnOn = () =>
    save(
      () => callApi("POST", "/api/v1/automations", { body: { name, rule, isOn: true, preset: key } }),
      `“${name}” is on.`,
    );
  return (
    <li className="flex flex-col rounded-card border border-line bg-panel p-5">
      <span className="grid size-9 place-items-center rounded-control bg-accent-soft text-accent-ink [&_svg]:size-[18px]">
        {icons[key] ?? <Sparkles aria-hidden />}
      </span>
      <h3 className="mt-3 font-semibold">{name}</h3>
      <p className="mt-0.5 flex-1 text-small text-muted">{purpose}</p>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button size="sm" variant="primary" isLoading={isSaving} onClick={() => void turnOn()}>
          Turn on<span className="sr-only"> {name}</span>
        </Button>
        <ButtonLink size="sm" href={`/automations/new?preset=${key}`}>
          Look at it<span className="sr-only">: {name}</span>
        </ButtonLink>
      </div>
    </li>
  );
}
