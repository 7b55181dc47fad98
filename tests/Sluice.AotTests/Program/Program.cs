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

foreach (
    var graph in new[]
    {
        Measurement.Graph,
        Doubling.Graph,
        Conversation<TimeSpan>.Graph,
        Routing.Graph,
        Catalogue.Graph,
        Patience.Graph,
    }
)
{
    Console.WriteLine(
        $"{graph.Pipeline}: {string.Join(", ", graph.EntryPoints.Select(entryPoint => entryPoint.Lowering))}"
    );
}
