export { changeRole as POST } from "@/lib/users/actions";
