using Consumer;
using Library;
using Sluice;
using Sluice.Logging;

var greeting = new Greeting(new Reading(), new Counting());
Console.WriteLine(await greeting.RunAsync(new Uri("http://www.example.test")));
Console.WriteLine(string.Join(", ", Greeting.Graph.EntryPoints[0].Order));

var delivery = new Delivery(new Counting());
foreach (var text in new[] { "a.b", "a.b.c.d", ".b.c.d" })
{
    var result = delivery.Deliver(new Line(text));
    Console.WriteLine($"{result.Outcome}: {Delivery.StagesOf(result).Wrap}");
}

var parcels = await delivery.PackAsync([new Line("x"), new Line("")], CancellationToken.None);
Console.WriteLine(string.Join("; ", parcels));
await foreach (var letter in delivery.StreamAsync(new Line("ok")))
{
    Console.WriteLine(letter);
}

for (var i = 0; i < 2; i++)
{
    var tariff = new Tariff();
    try
    {
        Console.WriteLine(await tariff.QuoteAsync(new Line("xyz")));
        Console.WriteLine(await tariff.QuoteAsync(new Line("xy")));
        Console.WriteLine(await tariff.QuoteAsync(new Line("x")));
    }
    catch (StageRejectedException rejection)
    {
        Console.WriteLine($"{rejection.Stage} has no permit");
    }
}

using var lines = new MemoryStream();
var events = new WideEvents(lines);
Journey.Travel(new Line("abc"), RunObservers.Combine(new LoggingObserver(new Printer()), events.Observer));
lines.Position = 0;
using var reader = new StreamReader(lines);
while (await reader.ReadLineAsync() is { } written)
{
    using var document = System.Text.Json.JsonDocument.Parse(written);
    Console.WriteLine($"{document.RootElement.GetProperty("event")}: {document.RootElement.GetProperty("retries")}");
}
