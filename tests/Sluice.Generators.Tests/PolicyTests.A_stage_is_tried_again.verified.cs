// /// Parse(order) -&gt; Cart with Retry(5)
// /// Reserve(Parse) -&gt; Stock with Retry(3, 00:00:01, Exponential, MaxDelay = 00:01:00, Jitter = Full, On = IOException, When = IsTransient)
// /// Price(Parse) -&gt; Quote with Retry(2, 00:00:00.2)
// /// Log(Parse) with Retry(2, On = IOException or TimeoutException)
// /// Note(Parse) with Retry(2)
// /// Close(Reserve, Price) -&gt; Receipt with Retry(2)
// new("Parse", null, "Cart", IsAsynchronous: false, IsOffloaded: false) { Policies = new string[] { "Retry(5)" } },
// new("Reserve", null, "Stock", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Retry(3, 00:00:01, Exponential, MaxDelay = 00:01:00, Jitter = Full, On = IOException, When = IsTransient)" } },
// new("Price", null, "Quote", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Retry(2, 00:00:00.2)" } },
// new("Log", null, null, IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Retry(2, On = IOException or TimeoutException)" } },
// new("Note", null, null, IsAsynchronous: false, IsOffloaded: false) { Policies = new string[] { "Retry(2)" } },
// new("Close", null, "Receipt", IsAsynchronous: false, IsOffloaded: false) { Policies = new string[] { "Retry(2)" } },
// return _reserve.Start(_pipeline.ReserveWithPolicies(_parse, _scope, RunToken)) || _reserve.Wait(_reserveEnded ??= ReserveEnded);
// return _price.Start(_pipeline.PriceWithPolicies(_parse, _scope, RunToken)) || _price.Wait(_priceEnded ??= PriceEnded);
// return _logAwaiter.Start(_pipeline.LogWithPolicies(_parse, _scope, RunToken)) || _logAwaiter.Wait(_logEnded ??= LogEnded);
// _parse = _pipeline.ParseWithPolicies(_order, _scope, RunToken);
// _pipeline.NoteWithPolicies(_parse, _scope, RunToken);
// _close = _pipeline.CloseWithPolicies(_reserve.Value, _price.Value, _scope, RunToken);

        // Reserve with its policies, outermost first: Retry(3, 00:00:01, Exponential, MaxDelay = 00:01:00, Jitter = Full, On = IOException, When = IsTransient).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Stock> ReserveWithPolicies(global::Shop.Cart cart, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            global::System.Exception? previousError = null;
            var delay = global::System.TimeSpan.Zero;
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await this.ReserveAsync(cart, scope.Stage(1, scope.CallsOf(1), previousError, null, token), token).ConfigureAwait(false);
                }
                catch (global::System.Exception exception) when (attempt < 3 && exception is not global::Sluice.RunCancelledException and (global::Sluice.RetryRequestedException or global::System.IO.IOException) && !token.IsCancellationRequested)
                {
                    bool counts;
                    try
                    {
                        counts = exception is global::Sluice.RetryRequestedException || this.IsTransient((global::System.IO.IOException)exception);
                    }
                    catch (global::System.Exception thrown)
                    {
                        global::Sluice.CompilerServices.RunScope.Attach(thrown, exception);
                        throw;
                    }

                    if (!counts)
                    {
                        throw;
                    }

                    delay = PolicyData.ReserveRetries.DelayAfter(attempt, exception, delay);
                    scope.Retrying(1, scope.CallsOf(1), delay, exception);
                    previousError = exception;
                }

                if (delay > global::System.TimeSpan.Zero)
                {
                    await global::Sluice.CompilerServices.RetrySchedule.WaitAsync(delay, scope.TimeProvider, previousError, token).ConfigureAwait(false);
                }
            }
        }

        // Price with its policies, outermost first: Retry(2, 00:00:00.2).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Quote> PriceWithPolicies(global::Shop.Cart cart, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            global::System.Exception? previousError = null;
            var delay = global::System.TimeSpan.Zero;
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return global::Shop.Checkout.Price(cart);
                }
                catch (global::System.Exception exception) when (attempt < 2 && exception is not global::Sluice.RunCancelledException && !token.IsCancellationRequested)
                {
                    delay = PolicyData.PriceRetries.DelayAfter(attempt, exception, delay);
                    scope.Retrying(2, scope.CallsOf(2), delay, exception);
                    previousError = exception;
                }

                if (delay > global::System.TimeSpan.Zero)
                {
                    await global::Sluice.CompilerServices.RetrySchedule.WaitAsync(delay, scope.TimeProvider, previousError, token).ConfigureAwait(false);
                }
            }
        }

        // Log with its policies, outermost first: Retry(2, On = IOException or TimeoutException).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder))]
        private async global::System.Threading.Tasks.ValueTask LogWithPolicies(global::Shop.Cart cart, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await global::Shop.Checkout.LogAsync(cart).ConfigureAwait(false);
                    return;
                }
                catch (global::System.Exception exception) when (attempt < 2 && exception is not global::Sluice.RunCancelledException and (global::Sluice.RetryRequestedException or global::System.IO.IOException or global::System.TimeoutException) && !token.IsCancellationRequested)
                {
                    scope.Retrying(3, scope.CallsOf(3), global::System.TimeSpan.Zero, exception);
                }
            }
        }

        // Parse with its policies, outermost first: Retry(5).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private global::Shop.Cart ParseWithPolicies(global::Shop.Order order, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return global::Shop.Checkout.Parse(order);
                }
                catch (global::System.Exception exception) when (attempt < 5 && exception is not global::Sluice.RunCancelledException && !token.IsCancellationRequested)
                {
                    scope.Retrying(0, scope.CallsOf(0), global::System.TimeSpan.Zero, exception);
                }
            }
        }

        // Note with its policies, outermost first: Retry(2).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private void NoteWithPolicies(global::Shop.Cart cart, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    global::Shop.Checkout.Note(cart);
                    return;
                }
                catch (global::System.Exception exception) when (attempt < 2 && exception is not global::Sluice.RunCancelledException && !token.IsCancellationRequested)
                {
                    scope.Retrying(4, scope.CallsOf(4), global::System.TimeSpan.Zero, exception);
                }
            }
        }

        // Close with its policies, outermost first: Retry(2).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private global::Shop.Receipt CloseWithPolicies(global::Shop.Stock stock, global::Shop.Quote quote, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return global::Shop.Checkout.Close(stock, quote);
                }
                catch (global::System.Exception exception) when (attempt < 2 && exception is not global::Sluice.RunCancelledException && !token.IsCancellationRequested)
                {
                    scope.Retrying(5, scope.CallsOf(5), global::System.TimeSpan.Zero, exception);
                }
            }
        }

        // What the policies of all calls have in common.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private static class PolicyData
        {
            internal static readonly global::Sluice.CompilerServices.RetrySchedule ReserveRetries = new(3, new global::System.TimeSpan(0, 0, 1), global::Sluice.Backoff.Exponential, 1.5, new global::System.TimeSpan(0, 1, 0), global::Sluice.Jitter.Full);
            internal static readonly global::Sluice.CompilerServices.RetrySchedule PriceRetries = new(2, new global::System.TimeSpan(2000000L), global::Sluice.Backoff.Constant, 2, global::System.TimeSpan.MaxValue, global::Sluice.Jitter.None);
        }
