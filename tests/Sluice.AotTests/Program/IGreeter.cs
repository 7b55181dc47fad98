namespace AotProgram;

internal interface IGreeter
{
    [Stage]
    ValueTask<Greeting> GreetAsync(string name);
}
