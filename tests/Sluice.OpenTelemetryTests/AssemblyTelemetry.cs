// All pipelines of this assembly emit telemetry. None of them has the attribute itself.
[assembly: Sluice.Telemetry]
