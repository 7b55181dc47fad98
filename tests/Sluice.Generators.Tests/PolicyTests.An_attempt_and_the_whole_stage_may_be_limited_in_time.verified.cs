// /// Parse(order) -&gt; Cart with Timeout(00:00:00.25)
// /// Reserve(Parse) -&gt; Stock with Timeout(Total = 1.00:00:10), Retry(2), Timeout(00:00:02)
// /// Price(Parse) -&gt; Quote with Timeout(Total = 00:00:10)
// /// Log(Reserve) with Timeout(00:00:02)
// new("Parse", null, "Cart", IsAsynchronous: false, IsOffloaded: false) { Policies = new string[] { "Timeout(00:00:00.25)" } },
// new("Reserve", null, "Stock", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Timeout(Total = 1.00:00:10)", "Retry(2)", "Timeout(00:00:02)" } },
// new("Price", null, "Quote", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Timeout(Total = 00:00:10)" } },
// new("Log", null, null, IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Timeout(00:00:02)" } },
// return _reserve.Start(_pipeline.ReserveWithPolicies(_parse, _scope, RunToken)) || _reserve.Wait(_reserveEnded ??= ReserveEnded);
// return _price.Start(_pipeline.PriceWithPolicies(_parse, _scope, RunToken)) || _price.Wait(_priceEnded ??= PriceEnded);
// return _logAwaiter.Start(_pipeline.LogWithPolicies(_reserve.Value, _scope.TimeProvider, RunToken)) || _logAwaiter.Wait(_logEnded ??= LogEnded);
// _parse = _pipeline.ParseWithPolicies(_order, _scope.TimeProvider, RunToken);

        // Reserve with its policies, outermost first: Timeout(Total = 1.00:00:10), Retry(2), Timeout(00:00:02).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Stock> ReserveWithPolicies(global::Shop.Cart cart, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            var total = global::Sluice.CompilerServices.StageTimeout.Start(scope.TimeProvider, PolicyData.ReserveTotalLimit, token);
            try
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        var timeout = global::Sluice.CompilerServices.StageTimeout.Start(scope.TimeProvider, PolicyData.ReserveLimit, total.Token, total);
                        try
                        {
                            return await this.ReserveAsync(cart, timeout.Token).ConfigureAwait(false);
                        }
                        catch (global::System.Exception exception) when (timeout.HasElapsed && exception is not global::Sluice.RunCancelledException)
                        {
                            throw global::Sluice.CompilerServices.StageTimeout.Exception("Reserve", PolicyData.ReserveLimit, isTotal: false, exception);
                        }
                        finally
                        {
                            timeout.End();
                        }
                    }
                    catch (global::System.Exception exception) when (attempt < 2 && exception is not global::Sluice.RunCancelledException && !total.Token.IsCancellationRequested)
                    {
                        scope.Retrying(1, scope.CallsOf(1), global::System.TimeSpan.Zero, exception);
                    }
                }
            }
            catch (global::System.Exception exception) when (total.HasElapsed && exception is not global::Sluice.RunCancelledException)
            {
                throw global::Sluice.CompilerServices.StageTimeout.Exception("Reserve", PolicyData.ReserveTotalLimit, isTotal: true, exception);
            }
            finally
            {
                total.End();
            }
        }

        // Price with its policies, outermost first: Timeout(Total = 00:00:10).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Quote> PriceWithPolicies(global::Shop.Cart cart, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            var total = global::Sluice.CompilerServices.StageTimeout.Start(scope.TimeProvider, PolicyData.PriceTotalLimit, token);
            try
            {
                return await this.PriceAsync(cart, scope.Stage(2, scope.CallsOf(2), null, total, total.Token)).ConfigureAwait(false);
            }
            catch (global::System.Exception exception) when (total.HasElapsed && exception is not global::Sluice.RunCancelledException)
            {
                throw global::Sluice.CompilerServices.StageTimeout.Exception("Price", PolicyData.PriceTotalLimit, isTotal: true, exception);
            }
            finally
            {
                total.End();
            }
        }

        // Log with its policies, outermost first: Timeout(00:00:02).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder))]
        private async global::System.Threading.Tasks.ValueTask LogWithPolicies(global::Shop.Stock stock, global::System.TimeProvider clock, global::System.Threading.CancellationToken token)
        {
            var timeout = global::Sluice.CompilerServices.StageTimeout.Start(clock, PolicyData.LogLimit, token);
            try
            {
                await this.LogAsync(stock, timeout.Token).ConfigureAwait(false);
            }
            catch (global::System.Exception exception) when (timeout.HasElapsed && exception is not global::Sluice.RunCancelledException)
            {
                throw global::Sluice.CompilerServices.StageTimeout.Exception("Log", PolicyData.LogLimit, isTotal: false, exception);
            }
            finally
            {
                timeout.End();
            }
        }

        // Parse with its policies, outermost first: Timeout(00:00:00.25).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private global::Shop.Cart ParseWithPolicies(global::Shop.Order order, global::System.TimeProvider clock, global::System.Threading.CancellationToken token)
        {
            var timeout = global::Sluice.CompilerServices.StageTimeout.Start(clock, PolicyData.ParseLimit, token);
            try
            {
                return global::Shop.Checkout.Parse(order, timeout.Token);
            }
            catch (global::System.Exception exception) when (timeout.HasElapsed && exception is not global::Sluice.RunCancelledException)
            {
                throw global::Sluice.CompilerServices.StageTimeout.Exception("Parse", PolicyData.ParseLimit, isTotal: false, exception);
            }
            finally
            {
                timeout.End();
            }
        }

        // What the policies of all calls have in common.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private static class PolicyData
        {
            internal static readonly global::System.TimeSpan ReserveTotalLimit = new(24, 0, 10);
            internal static readonly global::System.TimeSpan ReserveLimit = new(0, 0, 2);
            internal static readonly global::System.TimeSpan PriceTotalLimit = new(0, 0, 10);
            internal static readonly global::System.TimeSpan LogLimit = new(0, 0, 2);
            internal static readonly global::System.TimeSpan ParseLimit = new(2500000L);
        }
