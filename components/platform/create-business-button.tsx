"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { z } from "zod";
import type { Choice } from "@/components/account/countries";
import { callApi } from "@/components/api/call-api";
import { showProblem } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { CopyField } from "@/components/ui/display/copy-field";
import { Combobox } from "@/components/ui/form/combobox";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Dialog } from "@/components/ui/overlay/dialog";
import { Banner } from "@/components/ui/page/banner";
import { NewBusiness } from "@/lib/platform/schema";

type Choices = { countries: Choice[]; timeZones: Choice[] };

const Made = z.object({ id: z.string(), password: z.string().nullable() });
type Made = z.output<typeof Made> & { email: string };

const blank = { name: "", country: "US", timezone: "UTC", ownerName: "", ownerEmail: "" };
const fields = ["name", "country", "timezone", "ownerName", "ownerEmail"] as const;

/** Sets a business up for somebody, and shows its owner's first password once. */
export function CreateBusinessButton(choices: Choices) {
  const [isOpen, setIsOpen] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const router = useRouter();
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        Set up a business
      </Button>
      {isOpen && (
        <CreateDialog
          {...choices}
          onClose={() => setIsOpen(false)}
          onMade={(business) => {
            setIsOpen(false);
            setMade(business);
            router.refresh();
          }}
        />
      )}
      {made && <MadeDialog made={made} onClose={() => setMade(null)} />}
    </>
  );
}

type CreateDialogProps = Choices & { onClose: () => void; onMade: (made: Made) => void };

function CreateDialog({ countries, timeZones, onClose, onMade }: CreateDialogProps) {
  const form = useForm({ resolver: zodResolver(NewBusiness), defaultValues: blank });
  const [failure, setFailure] = useState<string | null>(null);
  const formId = useId();
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (body) => {
    const answer = await callApi("POST", "/api/v1/platform/tenants", { body, answer: Made });
    if (answer.ok) return onMade({ ...answer.data, email: body.ownerEmail });
    setFailure(showProblem(form, fields, answer.problem));
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Set up a business"
      description="Its owner gets an account, or the business is added to the one they have."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isLoading={isSubmitting}>
            Set up
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="grid gap-4 sm:grid-cols-2">
        {failure && <Banner tone="bad" title={failure} />}
        <div className="sm:col-span-2">
          <Field label="Name of the business" error={errors.name?.message}>
            <Input autoComplete="off" autoFocus {...form.register("name")} />
          </Field>
        </div>
        <Controller
          control={form.control}
          name="country"
          render={({ field }) => (
            <Field label="Country" error={errors.country?.message}>
              <Combobox
                label="Country"
                options={countries}
                value={field.value ?? ""}
                onValueChange={field.onChange}
              />
            </Field>
          )}
        />
        <Controller
          control={form.control}
          name="timezone"
          render={({ field }) => (
            <Field label="Time zone" error={errors.timezone?.message}>
              <Combobox
                label="Time zone"
                options={timeZones}
                value={field.value ?? ""}
                onValueChange={field.onChange}
              />
            </Field>
          )}
        />
        <Field label="Owner's name" error={errors.ownerName?.message}>
          <Input autoComplete="off" {...form.register("ownerName")} />
        </Field>
        <Field label="Owner's e-mail" error={errors.ownerEmail?.message}>
          <Input type="email" autoComplete="off" {...form.register("ownerEmail")} />
        </Field>
      </form>
    </Dialog>
  );
}

function MadeDialog({ made: { id, email, password }, onClose }: { made: Made; onClose: () => void }) {
  const router = useRouter();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="The business is set up"
      description={
        password
          ? `Give ${email} this password on a safe way. It is shown only now; they change it under Profile.`
          : `${email} has an account already and finds the business in their menu.`
      }
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button variant="primary" onClick={() => router.push(`/platform/tenants/${id}`)}>
            Open it
          </Button>
        </>
      }
    >
      {password && <CopyField label="First password" value={password} />}
    </Dialog>
  );
}
