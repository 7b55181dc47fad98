// /// Parse(order) -&gt; Cart with RateLimit(100, 00:00:01, FixedWindow)
// /// Reserve(Parse) -&gt; Stock with CircuitBreaker(5, 00:00:30), RateLimit(Limiter = _limiter), Concurrency(8)
// /// Log(Parse) with RateLimit(10, 00:01:00, SlidingWindow, QueueLimit = 100)
// new("Parse", null, "Cart", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "RateLimit(100, 00:00:01, FixedWindow)" } },
// new("Reserve", null, "Stock", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "CircuitBreaker(5, 00:00:30)", "RateLimit(Limiter = _limiter)", "Concurrency(8)" } },
// new("Log", null, null, IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "RateLimit(10, 00:01:00, SlidingWindow, QueueLimit = 100)" } },
// return _parse.Start(_pipeline.ParseWithPolicies(_order, global::System.TimeProvider.System, RunToken)) || _parse.Wait(_parseEnded ??= ParseEnded);
// return _reserve.Start(_pipeline.ReserveWithPolicies(_parse.Value, global::System.TimeProvider.System, RunToken)) || _reserve.Wait(_reserveEnded ??= ReserveEnded);
// return _logAwaiter.Start(_pipeline.LogWithPolicies(_parse.Value, global::System.TimeProvider.System, RunToken)) || _logAwaiter.Wait(_logEnded ??= LogEnded);

        // Parse with its policies, outermost first: RateLimit(100, 00:00:01, FixedWindow).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Cart> ParseWithPolicies(global::Shop.Order order, global::System.TimeProvider clock, global::System.Threading.CancellationToken token)
        {
            await this._parseRate.EnterAsync(clock, token).ConfigureAwait(false);
            return global::Shop.Checkout.Parse(order);
        }

        // Reserve with its policies, outermost first: CircuitBreaker(5, 00:00:30), RateLimit(Limiter = _limiter), Concurrency(8).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Stock> ReserveWithPolicies(global::Shop.Cart cart, global::System.TimeProvider clock, global::System.Threading.CancellationToken token)
        {
            var pass = this._reserveCircuit.Enter(clock);
            var isCalled = false;
            try
            {
                await global::Sluice.RateLimiting.StageRateLimiter.EnterAsync("Reserve", this._limiter, token).ConfigureAwait(false);
                await this._reservePlaces.EnterAsync(token).ConfigureAwait(false);
                try
                {
                    isCalled = true;
                    var result = await this.ReserveAsync(cart, token).ConfigureAwait(false);
                    pass.Succeeded();
                    return result;
                }
                finally
                {
                    this._reservePlaces.Exit();
                }
            }
            catch (global::System.Exception exception) when (!isCalled || exception is global::Sluice.RunCancelledException || token.IsCancellationRequested)
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

        // Log with its policies, outermost first: RateLimit(10, 00:01:00, SlidingWindow, QueueLimit = 100).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder))]
        private async global::System.Threading.Tasks.ValueTask LogWithPolicies(global::Shop.Cart cart, global::System.TimeProvider clock, global::System.Threading.CancellationToken token)
        {
            await this._logRate.EnterAsync(clock, token).ConfigureAwait(false);
            global::Shop.Checkout.Log(cart);
        }

        /// <summary>The circuit of stage Reserve: whether its calls are let through, and why not.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        public global::Sluice.CircuitBreaker ReserveCircuit => this._reserveCircuit;

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.RateLimiting.StageRateLimiter _parseRate = new("Parse", 100, new global::System.TimeSpan(0, 0, 1), global::Sluice.RateLimiting.RateLimitAlgorithm.FixedWindow, 8, int.MaxValue);

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CircuitBreaker _reserveCircuit = new("Reserve", 5, new global::System.TimeSpan(0, 0, 30));

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CompilerServices.ConcurrencyLimiter _reservePlaces = new("Reserve", 8, int.MaxValue);

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.RateLimiting.StageRateLimiter _logRate = new("Log", 10, new global::System.TimeSpan(0, 1, 0), global::Sluice.RateLimiting.RateLimitAlgorithm.SlidingWindow, 6, 100);
