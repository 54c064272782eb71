import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "../options";

const largestForm = 16_384;

/** next-auth reads a form whole before it looks at it, so that one without a small announced size is refused here. */
function answer(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Response | Promise<Response> {
  const announced = request.headers.get("content-length");
  const isSmall = announced !== null && Number(announced) <= largestForm;
  if (request.method === "POST" && !isSmall) return new Response(null, { status: 413 });
  return NextAuth(request, context, authOptions(request));
}

export { answer as GET, answer as POST };
