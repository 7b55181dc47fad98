// /// Parse(order) -&gt; Cart with Retry(3, 00:00:01), CircuitBreaker(5, 00:00:30), Intercept&lt;Log&gt;
// /// Reserve(Parse) -&gt; Stock with Concurrency(8)
// var parseTask = global::Shop.Checkout.ParseWithPolicies(order, scope, cancellationToken);
// var reserveTask = global::Shop.Checkout.ReserveWithPolicies(parse, cancellationToken);
// new("Parse", null, "Cart", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Retry(3, 00:00:01)", "CircuitBreaker(5, 00:00:30)", "Intercept<Log>" } },
// new("Reserve", null, "Stock", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Concurrency(8)" } },
// _reserve.Begin(global::Shop.Checkout.ReserveWithPolicies(_parse.Value, CallerToken));

        // Parse with its policies, outermost first: Retry(3, 00:00:01), CircuitBreaker(5, 00:00:30), Intercept<Log>.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private static async global::System.Threading.Tasks.ValueTask<global::Shop.Cart> ParseWithPolicies(global::Shop.Order order, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            global::System.Exception? previousError = null;
            var delay = global::System.TimeSpan.Zero;
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    var pass = PolicyData.ParseCircuit.Enter(scope.TimeProvider);
                    try
                    {
                        var context = scope.Stage(0, scope.CallsOf(0), previousError, null, token);
                        var call = new ParseCall(order);
                        var inLog = new global::Sluice.CompilerServices.SynchronousInterceptedCall<LogCalls, ParseCall, global::Shop.Cart>(new LogCalls(PolicyData.LogInterceptor), call, context);
                        var result = inLog.Invoke();
                        pass.Succeeded();
                        return result;
                    }
                    catch (global::System.Exception exception) when (exception is global::Sluice.RunCancelledException || token.IsCancellationRequested)
                    {
                        pass.Abandoned();
                        throw;
                    }
                    catch (global::System.Exception exception)
                    {
                        pass.Failed(exception);
                        throw;
                    }
                }
                catch (global::System.Exception exception) when (attempt < 3 && exception is not global::Sluice.RunCancelledException && !token.IsCancellationRequested)
                {
                    delay = PolicyData.ParseRetries.DelayAfter(attempt, exception, delay);
                    scope.Retrying(0, scope.CallsOf(0), delay, exception);
                    previousError = exception;
                }

                if (delay > global::System.TimeSpan.Zero)
                {
                    await global::Sluice.CompilerServices.RetrySchedule.WaitAsync(delay, scope.TimeProvider, previousError, token).ConfigureAwait(false);
                }
            }
        }

        // The call of Parse that its interceptors wrap.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly struct ParseCall : global::Sluice.ISynchronousStageCall<global::Shop.Cart>
        {
            private readonly global::Shop.Order _order;

            internal ParseCall(global::Shop.Order order)
            {
                _order = order;
            }

            public global::Shop.Cart Invoke() => global::Shop.Checkout.Parse(_order);
        }

        // Reserve with its policies, outermost first: Concurrency(8).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private static async global::System.Threading.Tasks.ValueTask<global::Shop.Stock> ReserveWithPolicies(global::Shop.Cart cart, global::System.Threading.CancellationToken token)
        {
            await PolicyData.ReservePlaces.EnterAsync(token).ConfigureAwait(false);
            try
            {
                return await global::Shop.Checkout.ReserveAsync(cart, token).ConfigureAwait(false);
            }
            finally
            {
                PolicyData.ReservePlaces.Exit();
            }
        }

        /// <summary>The circuit of stage Parse: whether its calls are let through, and why not.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        public static global::Sluice.CircuitBreaker ParseCircuit => PolicyData.ParseCircuit;

        // What the policies of all calls have in common.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private static class PolicyData
        {
            internal static readonly global::Sluice.CircuitBreaker ParseCircuit = new("Parse", 5, new global::System.TimeSpan(0, 0, 30));
            internal static readonly global::Shop.Log LogInterceptor = new();
            internal static readonly global::Sluice.CompilerServices.RetrySchedule ParseRetries = new(3, new global::System.TimeSpan(0, 0, 1), global::Sluice.Backoff.Constant, 2, global::System.TimeSpan.MaxValue, global::Sluice.Jitter.None);
            internal static readonly global::Sluice.CompilerServices.ConcurrencyLimiter ReservePlaces = new("Reserve", 8, int.MaxValue);
        }
