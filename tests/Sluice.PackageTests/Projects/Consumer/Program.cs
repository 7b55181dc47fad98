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
