import { redirect } from "next/navigation";
import { requireViewer } from "@/app/viewer";

/** The first page of whoever is signed in. */
export default async function FirstPage() {
  await requireViewer();
  redirect("/dashboard");
}
