export { getAuth as GET, postAuth as POST } from "@/lib/auth/handler";
