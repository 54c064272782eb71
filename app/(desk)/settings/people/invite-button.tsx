"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { z } from "zod";
import { callApi } from "@/components/api/call-api";
import { showProblem } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Select } from "@/components/ui/form/select";
import { Dialog } from "@/components/ui/overlay/dialog";
import { Banner } from "@/components/ui/page/banner";
import type { Role } from "@/lib/kernel/context";
import { NewInvitation } from "@/lib/members/schema";
import { InvitationLink } from "./invitation-link";
import { roleChoices } from "./role-choices";

const Made = z.object({ url: z.string(), isMailed: z.boolean() });

/** Invites somebody, then shows the link to hand over where no mail goes out. */
export function InviteButton({ ownRole }: { ownRole: Role }) {
  const [isOpen, setIsOpen] = useState(false);
  const [made, setMade] = useState<{ email: string; url: string; isMailed: boolean } | null>(null);
  return (
    <>
      <Button variant="primary" icon={<UserPlus aria-hidden />} onClick={() => setIsOpen(true)}>
        Invite
      </Button>
      {isOpen && (
        <InviteDialog
          ownRole={ownRole}
          onClose={() => setIsOpen(false)}
          onMade={(invitation) => {
            setIsOpen(false);
            setMade(invitation);
          }}
        />
      )}
      {made && <InvitationLink {...made} onClose={() => setMade(null)} />}
    </>
  );
}

type InviteDialogProps = {
  ownRole: Role;
  onClose: () => void;
  onMade: (invitation: { email: string; url: string; isMailed: boolean }) => void;
};

function InviteDialog({ ownRole, onClose, onMade }: InviteDialogProps) {
  const form = useForm({
    resolver: zodResolver(NewInvitation),
    defaultValues: { email: "", role: "agent" as Role },
  });
  const [failure, setFailure] = useState<string | null>(null);
  const formId = useId();
  const router = useRouter();
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (body) => {
    setFailure(null);
    const answer = await callApi("POST", "/api/v1/invitations", { body, answer: Made });
    if (!answer.ok) return setFailure(showProblem(form, ["email", "role"], answer.problem));
    router.refresh();
    onMade({ email: body.email, ...answer.data });
  });

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Invite somebody"
      description="They choose their own password when they accept."
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isLoading={isSubmitting}>
            Invite
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {failure && <Banner tone="bad" title={failure} />}
        <Field label="E-mail" error={errors.email?.message}>
          <Input type="email" autoComplete="off" autoFocus {...form.register("email")} />
        </Field>
        <Controller
          control={form.control}
          name="role"
          render={({ field }) => (
            <Field label="Role" error={errors.role?.message}>
              <Select options={roleChoices(ownRole)} value={field.value} onValueChange={field.onChange} />
            </Field>
          )}
        />
      </form>
    </Dialog>
  );
}
