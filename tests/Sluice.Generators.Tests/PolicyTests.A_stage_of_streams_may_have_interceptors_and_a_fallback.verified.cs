// /// Split(order) -&gt; IAsyncEnumerable&lt;Cart&gt; with Fallback(NothingAsync), Intercept&lt;Log&gt;
// split = global::Sluice.CompilerServices.Streams.StageStream.Of(this.SplitWithPolicies(order, scope, cancellationToken), "Split", cancellationToken);
// /// Split(order) -&gt; IAsyncEnumerable&lt;Cart&gt; with Fallback(NothingAsync), Intercept&lt;Log&gt;
// split = global::Sluice.CompilerServices.Streams.StageStream.Of(this.SplitWithPolicies(order, scope, cancellationToken), "Split", cancellationToken);
// new("Split", null, "IAsyncEnumerable<Cart>", IsAsynchronous: false, IsOffloaded: false) { Policies = new string[] { "Fallback(NothingAsync)", "Intercept<Log>" } },

        // Split with its policies, outermost first: Fallback(NothingAsync), Intercept<Log>.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private global::System.Collections.Generic.IAsyncEnumerable<global::Shop.Cart> SplitWithPolicies(global::Shop.Order order, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            try
            {
                var context = scope.Stage(0, token);
                var call = new SplitCall(order, token);
                var inLog = new global::Sluice.CompilerServices.SynchronousInterceptedCall<LogCalls, SplitCall, global::System.Collections.Generic.IAsyncEnumerable<global::Shop.Cart>>(new LogCalls(this._logInterceptor), call, context);
                return inLog.Invoke();
            }
            catch (global::System.Exception exception) when (exception is not global::Sluice.RunCancelledException && !token.IsCancellationRequested)
            {
                try
                {
                    return global::Shop.Checkout.NothingAsync(order);
                }
                catch (global::System.Exception thrown)
                {
                    global::Sluice.CompilerServices.RunScope.Attach(thrown, exception);
                    throw;
                }
            }
        }

        // The call of Split that its interceptors wrap.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly struct SplitCall : global::Sluice.ISynchronousStageCall<global::System.Collections.Generic.IAsyncEnumerable<global::Shop.Cart>>
        {
            private readonly global::Shop.Order _order;
            private readonly global::System.Threading.CancellationToken _token;

            internal SplitCall(global::Shop.Order order, global::System.Threading.CancellationToken token)
            {
                _order = order;
                _token = token;
            }

            public global::System.Collections.Generic.IAsyncEnumerable<global::Shop.Cart> Invoke() => global::Shop.Checkout.SplitAsync(_order, _token);
        }

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Shop.Log _logInterceptor = new();
