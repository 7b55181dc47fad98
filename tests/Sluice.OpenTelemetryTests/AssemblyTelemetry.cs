// All pipelines of this assembly give telemetry: none of them says so itself.
[assembly: Sluice.Telemetry]
