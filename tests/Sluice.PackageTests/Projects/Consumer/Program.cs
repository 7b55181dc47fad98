using Consumer;
using Library;
using Sluice;

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
