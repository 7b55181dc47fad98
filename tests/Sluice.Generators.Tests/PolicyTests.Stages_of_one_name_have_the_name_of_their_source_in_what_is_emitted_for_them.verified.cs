// /// _carts.Load(order) -&gt; Cart with CircuitBreaker(5, 00:00:30)
// /// Stocks.Load(_carts.Load) -&gt; Stock with Fallback(None), CircuitBreaker(5, 00:00:30)
// load = this.CartsLoadWithPolicies(order, global::System.TimeProvider.System, global::System.Threading.CancellationToken.None);
// load2 = this.StocksLoadWithPolicies(load, global::System.TimeProvider.System, global::System.Threading.CancellationToken.None);
// new("_carts.Load", "_carts", "Cart", IsAsynchronous: false, IsOffloaded: false) { Policies = new string[] { "CircuitBreaker(5, 00:00:30)" } },
// new("Stocks.Load", "Stocks", "Stock", IsAsynchronous: false, IsOffloaded: false) { Policies = new string[] { "Fallback(None)", "CircuitBreaker(5, 00:00:30)" } },

        // _carts.Load with its policies, outermost first: CircuitBreaker(5, 00:00:30).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private global::Shop.Cart CartsLoadWithPolicies(global::Shop.Order order, global::System.TimeProvider clock, global::System.Threading.CancellationToken token)
        {
            var pass = this._cartsLoadCircuit.Enter(clock);
            try
            {
                var result = this._carts.Load(order);
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

        // Stocks.Load with its policies, outermost first: Fallback(None), CircuitBreaker(5, 00:00:30).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private global::Shop.Stock StocksLoadWithPolicies(global::Shop.Cart cart, global::System.TimeProvider clock, global::System.Threading.CancellationToken token)
        {
            try
            {
                var pass = this._stocksLoadCircuit.Enter(clock);
                try
                {
                    var result = global::Shop.Checkout.Stocks.Load(cart);
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
            catch (global::System.Exception exception) when (exception is not global::Sluice.RunCancelledException && !token.IsCancellationRequested)
            {
                try
                {
                    return global::Shop.Stocks.None(cart);
                }
                catch (global::System.Exception thrown)
                {
                    global::Sluice.CompilerServices.RunScope.Attach(thrown, exception);
                    throw;
                }
            }
        }

        /// <summary>The circuit of stage _carts.Load: whether its calls are let through, and why not.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        public global::Sluice.CircuitBreaker CartsLoadCircuit => this._cartsLoadCircuit;

        /// <summary>The circuit of stage Stocks.Load: whether its calls are let through, and why not.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        public global::Sluice.CircuitBreaker StocksLoadCircuit => this._stocksLoadCircuit;

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CircuitBreaker _cartsLoadCircuit = new("_carts.Load", 5, new global::System.TimeSpan(0, 0, 30));

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CircuitBreaker _stocksLoadCircuit = new("Stocks.Load", 5, new global::System.TimeSpan(0, 0, 30));
