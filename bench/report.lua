-- What wrk found, as one line of JSON: microseconds, and how many requests went wrong in which way.
done = function(summary, latency)
  local wrong = summary.errors
  io.write(string.format(
    'figures {"requests":%d,"microseconds":%d,"p50":%d,"p99":%d,"wrong":%d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    wrong.connect + wrong.read + wrong.write + wrong.status + wrong.timeout
  ))
end
