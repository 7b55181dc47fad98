using Consumer;
using Library;

var greeting = new Greeting(new Reading(), new Counting());
Console.WriteLine(await greeting.RunAsync(new Uri("http://www.example.test")));
Console.WriteLine(string.Join(", ", Greeting.Graph.EntryPoints[0].Order));
