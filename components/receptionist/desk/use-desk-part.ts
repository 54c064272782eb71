"use client";
import { useEffect, useState } from "react";
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import type { z } from "zod";
import { callApi } from "@/components/api/call-api";
import { showProblem } from "@/components/api/use-save";
import { useDesk } from "./desk-context";
import type { DeskDraft, DeskPartName } from "./desk-store";

type DeskPartOptions<Name extends DeskPartName, Input extends FieldValues> = {
  schema: z.ZodType<DeskDraft[Name]>;
  path: string;
  /** What is sent beside the values of the form. */
  more?: Record<string, unknown>;
  /** Fields that the server may name when it refuses. */
  fields?: readonly FieldPath<Input>[];
};

/** Makes a form a part of the page: its draft is rehearsed at once, and the one save bar saves it with the others. */
export function useDeskPart<Name extends DeskPartName, Input extends FieldValues>(
  name: Name,
  form: UseFormReturn<Input, unknown, DeskDraft[Name]>,
  { schema, path, more, fields = [] }: DeskPartOptions<Name, Input>,
): { failure: string | null } {
  const { store } = useDesk();
  const [failure, setFailure] = useState<string | null>(null);
  const { isDirty } = form.formState;

  async function save(): Promise<boolean> {
    let isSaved = false;
    setFailure(null);
    await form.handleSubmit(async (values) => {
      const answer = await callApi("PUT", path, { body: { ...values, ...more } });
      if (!answer.ok) return setFailure(showProblem(form, fields, answer.problem));
      form.reset(form.getValues());
      isSaved = true;
    })();
    return isSaved;
  }

  function discard() {
    setFailure(null);
    form.reset();
  }

  useEffect(() => store.join(name, { save, discard }));
  useEffect(() => () => store.leave(name), [store, name]);
  useEffect(() => {
    const keep = (values: unknown) => {
      const read = schema.safeParse(values);
      if (read.success) store.keepDraft(name, read.data);
    };
    store.setDirty(name, isDirty);
    keep(form.getValues());
    return form.subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) });
  }, [form, store, name, schema, isDirty]);

  return { failure };
}
