using System.Diagnostics;
using System.Text.Json;
using AotProgram;

var measurement = new Measurement();
Console.WriteLine(measurement.Run("pipeline"));
Console.WriteLine(string.Join(", ", measurement.Notes));

var doubling = new Doubling();
Console.WriteLine(await doubling.DoubleAsync(21));

var conversation = new Conversation<TimeSpan>(new PoliteGreeter(), doubling, TimeSpan.FromMinutes(5));
Console.WriteLine(await conversation.RunAsync("Ada", 4));

try
{
    await conversation.FailAsync(3);
}
catch (InvalidOperationException exception)
{
    Console.WriteLine(exception.Message);
}

var routing = new Routing();
Console.WriteLine(string.Join(", ", new[] { 1_000, 15, 13, 12, 1, -1 }.Select(routing.Describe)));
Console.WriteLine($"{await routing.FindAsync(7, Weight.Heavy)}, {await routing.FindAsync(7, Weight.Light)}");
var price = routing.Price(-1);
Console.WriteLine($"{price.Outcome}, by {price.FailedStage?.Name}; {Routing.StagesOf(price).Weigh}");

var catalogue = new Catalogue();
Console.WriteLine(catalogue.Count(["a", "bc"]));
Console.WriteLine(await catalogue.JoinAsync(["a", "", "bc"]));
Console.WriteLine(await catalogue.AddAsync(4));
await foreach (var letter in catalogue.StreamAsync(3))
{
    Console.Write(letter);
}

Console.WriteLine();

var patience = await new Patience().RunAsync(-3);
Console.WriteLine(string.Join(", ", patience.Stages.Select(stage => $"{stage.Name} {stage.Status}")));
Console.WriteLine($"{patience.Outcome}; {Patience.StagesOf(patience).Price.Value.Cents}");

var spans = 0;
using var listener = new ActivityListener
{
    ShouldListenTo = source => source.Name == "Sluice",
    Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    ActivityStopped = _ => spans++,
};
ActivitySource.AddActivityListener(listener);
using var lines = new MemoryStream();
Console.WriteLine(
    await new Reservation().RunAsync("seat", new WideEvents(lines).Observer, new RunContext { UserId = "ada" })
);
lines.Position = 0;
using var reader = new StreamReader(lines);
while (await reader.ReadLineAsync() is { } line)
{
    using var document = JsonDocument.Parse(line);
    var told = document.RootElement;
    Console.WriteLine(
        $"{told.GetProperty("event")} {told.GetProperty("status")} for {told.GetProperty("user_id")}, error {(told.TryGetProperty("retry_error_message", out var error) ? error.GetString() : "none")}"
    );
}

Console.WriteLine($"{spans} spans");

foreach (
    var graph in new[]
    {
        Measurement.Graph,
        Doubling.Graph,
        Conversation<TimeSpan>.Graph,
        Routing.Graph,
        Catalogue.Graph,
        Patience.Graph,
        Reservation.Graph,
    }
)
{
    Console.WriteLine(
        $"{graph.Pipeline}: {string.Join(", ", graph.EntryPoints.Select(entryPoint => entryPoint.Lowering))}"
    );
}
