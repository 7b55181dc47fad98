using MachineCode;

// There are no listeners. Each pipeline runs with stages that complete at once, and then with stages that complete on another
// thread.
var sum = new PlainSum().Run(1) + new TracedSum().Run(1);
foreach (var yields in (bool[])[false, true])
{
    var input = new Input(1, yields);
    sum += await new PlainChain().RunAsync(input) + await new TracedChain().RunAsync(input);
    sum += await new PlainDiamond().RunAsync(input) + await new TracedDiamond().RunAsync(input);
}

Console.WriteLine(sum);
