using MachineCode;

// Nobody listens. Everything runs twice: the stages complete at once, and then on another thread.
var sum = new PlainSum().Run(1) + new TracedSum().Run(1);
foreach (var yields in (bool[])[false, true])
{
    var input = new Input(1, yields);
    sum += await new PlainChain().RunAsync(input) + await new TracedChain().RunAsync(input);
    sum += await new PlainDiamond().RunAsync(input) + await new TracedDiamond().RunAsync(input);
}

Console.WriteLine(sum);
