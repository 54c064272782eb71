"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { Plus } from "lucide-react";
import { FormProvider, useFieldArray, useForm } from "react-hook-form";
import { Button } from "@/components/ui/action/button";
import { Section } from "@/components/ui/page/section";
import { newId } from "@/lib/kernel/ids";
import { KnownAnswers } from "@/lib/receptionist/schema";
import { useDesk } from "../desk/desk-context";
import { DeskForm } from "../desk/desk-form";
import { useDeskPart } from "../desk/use-desk-part";
import { AnswerRow } from "./answer-row";
import { RowList } from "./row-card";

/** Questions people ask, with the answers they get. */
export function AnswersForm() {
  const { answers } = useDesk();
  const form = useForm({ resolver: zodResolver(KnownAnswers), values: { answers } });
  const list = useFieldArray({ control: form.control, name: "answers", keyName: "key" });
  const { failure } = useDeskPart("answers", form, {
    ...{ schema: KnownAnswers, path: "/api/v1/receptionist/answers" },
  });
  return (
    <Section
      title="Questions and answers"
      description="What people really ask. The answer is given in these words."
    >
      <FormProvider {...form}>
        <DeskForm label="Questions and answers" failure={failure}>
          {list.fields.length > 0 && (
            <RowList>
              {list.fields.map((row, index) => (
                <AnswerRow
                  key={row.id}
                  index={index}
                  isLast={index === list.fields.length - 1}
                  onRemove={() => list.remove(index)}
                  onMove={(by) => list.move(index, index + by)}
                />
              ))}
            </RowList>
          )}
          <div className="mt-3">
            <Button
              icon={<Plus aria-hidden />}
              onClick={() => list.append({ id: newId(), question: "", answer: "" })}
            >
              Add a question
            </Button>
          </div>
        </DeskForm>
      </FormProvider>
    </Section>
  );
}
