export { disable as POST } from "@/lib/users/actions";
