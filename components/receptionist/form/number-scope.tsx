"use client";
import { useRouter } from "next/navigation";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { Banner } from "@/components/ui/page/banner";
import { formatPhone } from "@/lib/kernel/phone-format";
import { useDesk } from "../desk/desk-context";

/** For which number the voice and words below count; nothing to choose while there is only one. */
export function NumberScope() {
  const { numbers, numberId, isOwn, store } = useDesk();
  const router = useRouter();
  const { save, isSaving } = useSave();
  if (numbers.length < 2 && numberId === null) return null;
  const options = numbers.map(({ id, e164, label, hasOwn }) => ({
    value: id,
    label: label ? `${label} · ${formatPhone(e164)}` : formatPhone(e164),
    ...(hasOwn ? { hint: "its own" } : {}),
  }));
  const goTo = (href: string) => (store.read().dirty.length > 0 ? store.askToLeave(href) : router.push(href));
  return (
    <div className="mb-6 flex flex-col gap-3">
      <Field
        label="These settings count for"
        hint="Answers, services, hours and people below are shared by all numbers."
      >
        <Select
          value={numberId ?? ""}
          options={[{ value: "", label: "All numbers" }, ...options]}
          onValueChange={(id) => goTo(id ? `/settings/receptionist?number=${id}` : "/settings/receptionist")}
        />
      </Field>
      {numberId !== null && !isOwn && (
        <Banner title="This number uses the receptionist of all numbers">
          Change something here and save, and it gets one of its own.
        </Banner>
      )}
      {numberId !== null && isOwn && (
        <Banner
          title="This number has a receptionist of its own"
          action={
            <Button
              size="sm"
              isLoading={isSaving}
              onClick={() =>
                save(
                  () => callApi("DELETE", `/api/v1/receptionist?numberId=${numberId}`),
                  "It uses the common one again",
                )
              }
            >
              Use the common one
            </Button>
          }
        />
      )}
    </div>
  );
}
