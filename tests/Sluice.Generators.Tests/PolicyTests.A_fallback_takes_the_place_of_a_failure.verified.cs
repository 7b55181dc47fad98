// /// Parse(order) -&gt; Cart with Fallback(Empty)
// /// Reserve(Parse) -&gt; Stock with Fallback(NothingAsync, On = IOException or TimeoutException)
// /// Price(Parse) -&gt; Quote with Fallback(Free)
// new("Parse", null, "Cart", IsAsynchronous: false, IsOffloaded: false) { Policies = new string[] { "Fallback(Empty)" } },
// new("Reserve", null, "Stock", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Fallback(NothingAsync, On = IOException or TimeoutException)" } },
// new("Price", null, "Quote", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Fallback(Free)" } },
// return _reserve.Start(_pipeline.ReserveWithPolicies(_parse, _scope, RunToken)) || _reserve.Wait(_reserveEnded ??= ReserveEnded);
// return _price.Start(_pipeline.PriceWithPolicies(_parse, RunToken)) || _price.Wait(_priceEnded ??= PriceEnded);
// _parse = _pipeline.ParseWithPolicies(_order, RunToken);

        // Reserve with its policies, outermost first: Fallback(NothingAsync, On = IOException or TimeoutException).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Stock> ReserveWithPolicies(global::Shop.Cart cart, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            try
            {
                return await this.ReserveAsync(cart, token).ConfigureAwait(false);
            }
            catch (global::System.Exception exception) when (exception is not global::Sluice.RunCancelledException and (global::System.IO.IOException or global::System.TimeoutException) && !token.IsCancellationRequested)
            {
                try
                {
                    return await this.NothingAsync(cart, exception, scope.Stage(1, token), token).ConfigureAwait(false);
                }
                catch (global::System.Exception thrown)
                {
                    global::Sluice.CompilerServices.RunScope.Attach(thrown, exception);
                    throw;
                }
            }
        }

        // Price with its policies, outermost first: Fallback(Free).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Quote> PriceWithPolicies(global::Shop.Cart cart, global::System.Threading.CancellationToken token)
        {
            try
            {
                return await global::Shop.Checkout.PriceAsync(cart).ConfigureAwait(false);
            }
            catch (global::System.Exception exception) when (exception is not global::Sluice.RunCancelledException && !token.IsCancellationRequested)
            {
                try
                {
                    return global::Shop.Checkout.Free(cart, exception);
                }
                catch (global::System.Exception thrown)
                {
                    global::Sluice.CompilerServices.RunScope.Attach(thrown, exception);
                    throw;
                }
            }
        }

        // Parse with its policies, outermost first: Fallback(Empty).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private global::Shop.Cart ParseWithPolicies(global::Shop.Order order, global::System.Threading.CancellationToken token)
        {
            try
            {
                return global::Shop.Checkout.Parse(order);
            }
            catch (global::System.Exception exception) when (exception is not global::Sluice.RunCancelledException && !token.IsCancellationRequested)
            {
                try
                {
                    return global::Shop.Checkout.Empty(order);
                }
                catch (global::System.Exception thrown)
                {
                    global::Sluice.CompilerServices.RunScope.Attach(thrown, exception);
                    throw;
                }
            }
        }
