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

foreach (var graph in new[] { Measurement.Graph, Doubling.Graph, Conversation<TimeSpan>.Graph })
{
    Console.WriteLine(
        $"{graph.Pipeline}: {string.Join(", ", graph.EntryPoints.Select(entryPoint => entryPoint.Lowering))}"
    );
}
