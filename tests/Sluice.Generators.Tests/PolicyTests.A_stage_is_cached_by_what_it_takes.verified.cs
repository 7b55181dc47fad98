// /// Load(order) -&gt; Cart with Cached(00:05:00)
// /// Reserve(Load, coupon) -&gt; Stock with Cached(00:00:00.5)
// /// Price(Load) -&gt; Quote with Cached(1.00:00:00, Key = KeyOf, Store = _store)
// /// Rate() -&gt; int with Cached(00:00:01)
// /// Length(coupon) -&gt; long with Cached(00:00:01)
// new("Reserve", null, "Stock", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Cached(00:00:00.5)" } },
// new("Price", null, "Quote", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Cached(1.00:00:00, Key = KeyOf, Store = _store)" } },
// new("Rate", null, "int", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Cached(00:00:01)" } },
// new("Length", null, "long", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Cached(00:00:01)" } },
// new("Load", "carts", "Cart", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Cached(00:05:00)" } },
// return _load.Start(_pipeline.LoadWithPolicies(_order, _scope.TimeProvider, RunToken)) || _load.Wait(_loadEnded ??= LoadEnded);
// return _reserve.Start(_pipeline.ReserveWithPolicies(_load.Value, _coupon, _scope, RunToken)) || _reserve.Wait(_reserveEnded ??= ReserveEnded);
// return _price.Start(_pipeline.PriceWithPolicies(_load.Value, _scope.TimeProvider, RunToken)) || _price.Wait(_priceEnded ??= PriceEnded);
// return _rate.Start(_pipeline.RateWithPolicies(_scope.TimeProvider, RunToken)) || _rate.Wait(_rateEnded ??= RateEnded);
// return _length.Start(_pipeline.LengthWithPolicies(_coupon, _scope.TimeProvider, RunToken)) || _length.Wait(_lengthEnded ??= LengthEnded);

        // Load with its policies, outermost first: Cached(00:05:00).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Cart> LoadWithPolicies(global::Shop.Order order, global::System.TimeProvider clock, global::System.Threading.CancellationToken token)
        {
            var entry = await this._loadCache.EnterAsync(order, store: null, clock, token).ConfigureAwait(false);
            if (entry.TryGetValue(out var kept))
            {
                return kept;
            }

            global::Shop.Cart result;
            try
            {
                global::System.Threading.Tasks.ValueTask<global::Shop.Cart> task;
                using (entry.Lead())
                {
                    task = new global::System.Threading.Tasks.ValueTask<global::Shop.Cart>(global::Sluice.CompilerServices.Returned.NotNull(this.CartsStages.LoadAsync(order, token), "Load"));
                }

                result = await task.ConfigureAwait(false);
            }
            catch (global::System.Exception exception) when (exception is global::Sluice.RunCancelledException || token.IsCancellationRequested)
            {
                entry.Abandoned();
                throw;
            }
            catch (global::System.Exception exception)
            {
                entry.Failed(exception);
                throw;
            }

            await entry.CompleteAsync(result, token).ConfigureAwait(false);
            return result;
        }

        // Reserve with its policies, outermost first: Cached(00:00:00.5).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Stock> ReserveWithPolicies(global::Shop.Cart cart, string? coupon, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            var entry = await this._reserveCache.EnterAsync((cart, coupon), store: null, scope.TimeProvider, token).ConfigureAwait(false);
            if (entry.TryGetValue(out var kept))
            {
                return kept;
            }

            global::Shop.Stock result;
            try
            {
                using (entry.Lead())
                {
                    result = global::Shop.Checkout.Reserve(cart, coupon, scope.Stage(1, token));
                }
            }
            catch (global::System.Exception exception) when (exception is global::Sluice.RunCancelledException || token.IsCancellationRequested)
            {
                entry.Abandoned();
                throw;
            }
            catch (global::System.Exception exception)
            {
                entry.Failed(exception);
                throw;
            }

            await entry.CompleteAsync(result, token).ConfigureAwait(false);
            return result;
        }

        // Price with its policies, outermost first: Cached(1.00:00:00, Key = KeyOf, Store = _store).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Quote> PriceWithPolicies(global::Shop.Cart cart, global::System.TimeProvider clock, global::System.Threading.CancellationToken token)
        {
            var entry = await this._priceCache.EnterAsync(global::Shop.Checkout.KeyOf(cart), this._store, clock, token).ConfigureAwait(false);
            if (entry.TryGetValue(out var kept))
            {
                return kept;
            }

            global::Shop.Quote result;
            try
            {
                global::System.Threading.Tasks.ValueTask<global::Shop.Quote> task;
                using (entry.Lead())
                {
                    task = new global::System.Threading.Tasks.ValueTask<global::Shop.Quote>(global::Sluice.CompilerServices.Returned.NotNull(this.PriceAsync(cart), "Price"));
                }

                result = await task.ConfigureAwait(false);
            }
            catch (global::System.Exception exception) when (exception is global::Sluice.RunCancelledException || token.IsCancellationRequested)
            {
                entry.Abandoned();
                throw;
            }
            catch (global::System.Exception exception)
            {
                entry.Failed(exception);
                throw;
            }

            await entry.CompleteAsync(result, token).ConfigureAwait(false);
            return result;
        }

        // Rate with its policies, outermost first: Cached(00:00:01).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<int> RateWithPolicies(global::System.TimeProvider clock, global::System.Threading.CancellationToken token)
        {
            var entry = await this._rateCache.EnterAsync(default, store: null, clock, token).ConfigureAwait(false);
            if (entry.TryGetValue(out var kept))
            {
                return kept;
            }

            int result;
            try
            {
                using (entry.Lead())
                {
                    result = global::Shop.Checkout.Rate();
                }
            }
            catch (global::System.Exception exception) when (exception is global::Sluice.RunCancelledException || token.IsCancellationRequested)
            {
                entry.Abandoned();
                throw;
            }
            catch (global::System.Exception exception)
            {
                entry.Failed(exception);
                throw;
            }

            await entry.CompleteAsync(result, token).ConfigureAwait(false);
            return result;
        }

        // Length with its policies, outermost first: Cached(00:00:01).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<long> LengthWithPolicies(string? coupon, global::System.TimeProvider clock, global::System.Threading.CancellationToken token)
        {
            var entry = await this._lengthCache.EnterAsync(new global::System.ValueTuple<string?>(coupon), store: null, clock, token).ConfigureAwait(false);
            if (entry.TryGetValue(out var kept))
            {
                return kept;
            }

            long result;
            try
            {
                using (entry.Lead())
                {
                    result = global::Shop.Checkout.Length(coupon);
                }
            }
            catch (global::System.Exception exception) when (exception is global::Sluice.RunCancelledException || token.IsCancellationRequested)
            {
                entry.Abandoned();
                throw;
            }
            catch (global::System.Exception exception)
            {
                entry.Failed(exception);
                throw;
            }

            await entry.CompleteAsync(result, token).ConfigureAwait(false);
            return result;
        }

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CompilerServices.StageCache<global::Shop.Order, global::Shop.Cart> _loadCache = new("Shop.Checkout.Load", new(0, 5, 0), 1024);

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CompilerServices.StageCache<(global::Shop.Cart, string?), global::Shop.Stock> _reserveCache = new("Shop.Checkout.Reserve", new(5000000L), 10);

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CompilerServices.StageCache<string, global::Shop.Quote> _priceCache = new("Shop.Checkout.Price", new(24, 0, 0), 1024);

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CompilerServices.StageCache<global::System.ValueTuple, int> _rateCache = new("Shop.Checkout.Rate", new(0, 0, 1), 1024);

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CompilerServices.StageCache<global::System.ValueTuple<string?>, long> _lengthCache = new("Shop.Checkout.Length", new(0, 0, 1), 1024);
