export { exportCsv as GET } from "@/lib/feedback/actions";
